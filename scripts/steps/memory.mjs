import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

const megabyte = 2 ** 20;

/**
 * How many megabytes a program may take now, swap included, on this machine and in the container that it runs in;
 * infinite where the system does not say (other systems than Linux make room as it is asked for).
 */
export function availableMemory(read = readText) {
  const machine = /^MemAvailable: +(\d+) kB$/m.exec(read('/proc/meminfo') ?? '');
  if (!machine) return Number.POSITIVE_INFINITY;
  const swap = /^SwapFree: +(\d+) kB$/m.exec(read('/proc/meminfo'))?.[1] ?? 0;
  const room = Math.min(
    machine[1] * 1024,
    ...groupsOf(read('/proc/self/cgroup') ?? '').map((group) => roomIn(group, read)),
  );
  return Math.floor((room + swap * 1024) / megabyte);
}

const versions = {
  1: {
    limit: 'memory.limit_in_bytes',
    used: 'memory.usage_in_bytes',
    cache: /^total_(?:in)?active_file (\d+)$/gm,
  },
  2: { limit: 'memory.max', used: 'memory.current', cache: /^(?:in)?active_file (\d+)$/gm },
};

/** The control groups of this process, each inside the next: every one of them may have a limit. */
function groupsOf(text) {
  const of = (pattern, root, version) => {
    const path = pattern.exec(text)?.[1];
    return path === undefined
      ? []
      : upwards(path).map((folder) => ({ folder: root + folder, ...versions[version] }));
  };
  return [
    ...of(/^0::(\/.*)$/m, '/sys/fs/cgroup', 2),
    ...of(/^\d+:(?:.*,)?memory(?:,.*)?:(\/.*)$/m, '/sys/fs/cgroup/memory', 1),
  ];
}

const upwards = (path) => (path === '/' ? ['/'] : [path, ...upwards(posix.dirname(path))]);

/** What a group has read from files counts as used, but is given up as soon as a program needs the room. */
function roomIn({ folder, limit, used, cache }, read) {
  const text = (name) => read(posix.join(folder, name)) ?? '';
  if (!/^\d+$/m.test(text(limit))) return Number.POSITIVE_INFINITY;
  const cached = [...text('memory.stat').matchAll(cache)].reduce((sum, [, bytes]) => sum + Number(bytes), 0);
  return Number(text(limit)) - Number(text(used)) + cached;
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
