import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export const redisIsHere = () => spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of the tests' own on this port, which keeps nothing; resolves when it answers. */
export async function startRedis(port: number, folder: string): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const redis = spawn('redis-server', options, { stdio: 'ignore' });
  process.once('exit', () => redis.kill('SIGKILL'));
  while (redis.exitCode === null && !(await answers(port))) await wait(50);
  return redis;
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });

export async function stopRedis(redis: ChildProcess): Promise<void> {
  redis.kill('SIGKILL');
  await once(redis, 'exit');
}
