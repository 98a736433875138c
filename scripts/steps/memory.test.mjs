import assert from 'node:assert/strict';
import { test } from 'node:test';
import { availableMemory } from './memory.mjs';

const megabytes = (n) => n * 2 ** 20;
const meminfo = (available, swap = 0) =>
  `MemTotal:       9999999 kB\nMemFree: 1 kB\nMemAvailable:   ${available * 1024} kB\nSwapFree:       ${swap * 1024} kB\n`;

const on = (files) => availableMemory((path) => files[path]);

test('what the machine can give, with its swap', () => {
  assert.equal(on({ '/proc/meminfo': meminfo(700) }), 700);
  assert.equal(on({ '/proc/meminfo': meminfo(700, 300) }), 1000);
});

test('a system that does not say has enough', () => {
  assert.equal(on({}), Number.POSITIVE_INFINITY);
});

const inContainer = (path, files) =>
  on({ '/proc/meminfo': meminfo(8000), '/proc/self/cgroup': `0::${path}\n`, ...files });

test('a container has no more than its limit, less what is used', () => {
  const files = {
    '/sys/fs/cgroup/memory.max': `${megabytes(1024)}\n`,
    '/sys/fs/cgroup/memory.current': `${megabytes(600)}\n`,
    '/sys/fs/cgroup/memory.stat': `anon 5\ninactive_file ${megabytes(200)}\nactive_file ${megabytes(100)}\n`,
  };
  assert.equal(inContainer('/', files), 724);
});

test('the narrowest of the groups around counts, and one without a limit does not', () => {
  const files = {
    '/sys/fs/cgroup/a/b/memory.max': 'max\n',
    '/sys/fs/cgroup/a/memory.max': `${megabytes(512)}\n`,
    '/sys/fs/cgroup/a/memory.current': `${megabytes(12)}\n`,
    '/sys/fs/cgroup/memory.max': `${megabytes(2048)}\n`,
    '/sys/fs/cgroup/memory.current': '0\n',
  };
  assert.equal(inContainer('/a/b', files), 500);
});

test('the older kind of groups', () => {
  const files = {
    '/proc/meminfo': meminfo(8000),
    '/proc/self/cgroup': '5:cpu,cpuacct:/x\n4:memory:/docker/1\n0::/\n',
    '/sys/fs/cgroup/memory/docker/1/memory.limit_in_bytes': `${megabytes(400)}\n`,
    '/sys/fs/cgroup/memory/docker/1/memory.usage_in_bytes': `${megabytes(300)}\n`,
    '/sys/fs/cgroup/memory/docker/1/memory.stat': `inactive_file 7\ntotal_inactive_file ${megabytes(50)}\n`,
    '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712\n',
  };
  assert.equal(on(files), 150);
});
