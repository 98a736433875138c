import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Resident memory of a process, in bytes. */
export function residentMemory(pid: number): number {
  return Number(kibibytes(pid)) * 1024;
}

function kibibytes(pid: number): string | undefined {
  if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`]).toString();
  return /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
}

/** Processor time of a process and its threads so far, in milliseconds; Linux only, where a tick is 10 ms. */
export function processorTime(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}
