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
