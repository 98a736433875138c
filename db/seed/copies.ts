import { createHash } from 'node:crypto';
import { addDays } from '#db/calendar';
import { demonstrationMembers } from '#db/seed/members';
import type { Condition, SeedWork } from '#db/seed/records';

type Copy = {
  publicId: string;
  book: number;
  barcode: string;
  imprint: string | null;
  shelfMark: string;
  location: string;
  condition: Condition;
  acquiredOn: string;
};

/** Copies, books and members stand for their places in the lists, counted from 0: ids are the database's. */
type Loan = { copy: number; member: number; checkedOutOn: string; dueOn: string; returnedAt: Date | null };
type Hold = { copy: number; book: number; member: number; placedAt: Date; pickUpBy: string };
export type Lending = { copies: Copy[]; loans: Loan[]; holds: Hold[] };

/** What happens to the copies, over and over: every condition and every state of circulation occurs. */
const fates = [
  'ok',
  'on_loan',
  'ok',
  'ok',
  'in_repair',
  'ok',
  'on_loan',
  'on_hold_shelf',
  'ok',
  'ok',
  'reference_only',
  'ok',
  'on_loan',
  'ok',
  'overdue',
  'ok',
  'on_order',
  'ok',
  'ok',
  'in_process',
  'ok',
  'on_loan',
  'ok',
  'damaged',
  'ok',
  'ok',
  'returned',
  'ok',
  'missing',
  'ok',
  'on_loan',
  'ok',
  'lost',
  'ok',
  'ok',
  'on_hold_shelf',
  'ok',
  'withdrawn',
] as const;

type Fate = (typeof fates)[number];

const lent: ReadonlySet<Fate> = new Set(['on_loan', 'on_hold_shelf', 'overdue', 'returned'] as const);

const day = 86_400_000;

type Start = { now: Date; today: string };

/** One to four copies of each work, in every condition and state. */
export function demonstrationCopies(works: SeedWork[], start: Start): Lending {
  const lending: Lending = { copies: [], loans: [], holds: [] };
  for (const [book, work] of works.entries()) {
    for (let n = 0; n < 1 + ((book * 7) % 4); n++) addCopy(lending, work, book, start);
  }
  return lending;
}

function addCopy(lending: Lending, work: SeedWork, book: number, start: Start): void {
  const copy = lending.copies.length;
  const fate = fates[copy % fates.length] ?? 'ok';
  lending.copies.push({
    publicId: createHash('sha256').update(`demonstration copy ${copy}`).digest('base64url').slice(0, 16),
    book,
    barcode: String(39_000_000_001 + copy),
    imprint: [work.publisher, work.year].filter((part) => part !== null).join(', ') || null,
    shelfMark: shelfMark(work),
    location: location(work),
    condition: conditionOf(fate),
    acquiredOn: addDays(start.today, -400 + (copy % 350)),
  });
  lend(lending, fate, { copy, book, member: copy % demonstrationMembers.length }, start);
}

const conditionOf = (fate: Fate): Condition => (lent.has(fate) ? 'ok' : (fate as Condition));

type Assignment = { copy: number; book: number; member: number };

function lend(lending: Lending, fate: Fate, { copy, book, member }: Assignment, { now, today }: Start): void {
  const days = copy % 19;
  const lendFor = (from: number, to: number, returnedAt: Date | null) =>
    lending.loans.push({
      copy,
      member,
      checkedOutOn: addDays(today, from),
      dueOn: addDays(today, to),
      returnedAt,
    });
  if (fate === 'on_loan') lendFor(-days, 21 - days, null);
  if (fate === 'overdue') lendFor(-30, -9, null);
  if (fate === 'returned') lendFor(-40, -19, new Date(now.getTime() - 20 * day));
  if (fate !== 'on_hold_shelf') return;
  lending.holds.push({
    copy,
    book,
    member,
    placedAt: new Date(now.getTime() - 6 * day),
    pickUpBy: addDays(today, 5),
  });
}

/** Subject and the first letters of the author, as on a spine: `NOV OKA`. */
function shelfMark(work: SeedWork): string {
  const subject = (work.genres[0] ?? 'General').slice(0, 3).toUpperCase();
  const author = (work.contributors[0]?.author.split('-')[0] ?? '').slice(0, 3).toUpperCase();
  return `${subject} ${author}`.trim();
}

/** An invented house: the children have a room of their own, and so has verse. */
function location({ genres }: SeedWork): string {
  if (genres.includes("Children's literature")) return "Children's room";
  return genres.includes('Poetry') || genres.includes('Drama') ? 'Upper floor' : 'Main room';
}
