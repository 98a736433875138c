import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crash, kinds, makeTemplates, type Round } from './crash/rounds.ts';
import { printTable, written } from './figures.ts';
import { wholeNumber } from './whole-number.ts';

const options = { rounds: { type: 'string', default: '200' } } as const;

/**
 * Kills the program with SIGKILL in random moments while it writes, starts an older library, backs up and restores, and
 * looks after the next start for writes that were told and are lost, and for anything half. Fails where there is any.
 */
export async function run(args: string[]): Promise<void> {
  const rounds = wholeNumber(parseArgs({ args, options }).values.rounds);
  const folder = mkdtempSync(join(tmpdir(), 'local-library-crash-'));
  try {
    const done = await crashRounds(folder, rounds);
    report(done);
    if (done.some(({ lost, half }) => lost > 0 || half.length > 0)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each kind in its turn. */
export async function crashRounds(folder: string, rounds: number): Promise<Round[]> {
  const templates = await makeTemplates(folder);
  const done: Round[] = [];
  for (let round = 0; round < rounds; round++)
    done.push(await crash(kinds[round % kinds.length] ?? 'write', templates));
  return done;
}

function report(rounds: Round[]): void {
  const rows = kinds.map((kind) => {
    const own = rounds.filter((round) => round.kind === kind);
    const sum = (number: (round: Round) => number) =>
      written(own.reduce((all, round) => all + number(round), 0));
    return [
      names[kind],
      written(own.length),
      sum(({ killed }) => Number(killed)),
      sum(({ told }) => told),
      sum(({ lost }) => lost),
      sum(({ half }) => half.length),
    ];
  });
  printTable([['during', 'rounds', 'killed', 'writes told', 'lost', 'half'], ...rows]);
  for (const { kind, half } of rounds) for (const what of half) console.log(`${kind}: ${what}`);
}

const names = { write: 'writes', start: 'migration', backup: 'backup', restore: 'restore' };
