import assert from 'node:assert/strict';
import { test } from 'node:test';
import { availabilityText } from '#lib/availability/availability-text';
import { noCopies } from '#lib/catalog/copies/availability';
import type { CopyState } from '#lib/catalog/copies/copy-state';
import { today } from '#lib/clock';
import type { Locale } from '#lib/i18n/locales';
import { translator } from '#lib/i18n/translator';

const wordsOf = (locale: Locale) => ({ t: translator(locale), locale });

const tenInTheEvening = new Date('2026-03-03T06:00:00Z');

const lent = (...dueOn: string[]) => ({
  ...noCopies,
  copies: dueOn.length,
  states: ['on_loan' as const],
  dueOn,
});

const textIn = (dates: string[], zone: string) =>
  availabilityText(lent(...dates), today(tenInTheEvening, zone), wordsOf('en')).text;

test('in the evening of Los Angeles what is due today is still to come back today', () => {
  assert.equal(textIn(['2026-03-02'], 'America/Los_Angeles'), 'Back on March 2');
  assert.equal(textIn(['2026-03-02', '2026-04-01'], 'America/Los_Angeles'), 'Back on March 2');
});

test('at the same moment it is late in Auckland', () => {
  assert.equal(textIn(['2026-03-02'], 'Pacific/Auckland'), 'Overdue since March 2');
  assert.equal(textIn(['2026-03-02', '2026-04-01'], 'Pacific/Auckland'), 'Back on April 1');
});

test('a day that is far has its year', () => {
  assert.equal(textIn(['2027-01-10'], 'UTC'), 'Back on January 10, 2027');
  assert.equal(textIn(['2026-12-10'], 'UTC'), 'Back on December 10');
  assert.equal(textIn(['2024-12-10'], 'UTC'), 'Overdue since December 10, 2024');
});

const alone = (state: CopyState) => ({ ...noCopies, copies: 1, states: [state] });

const sentences: [Locale, string[]][] = [
  ['en', ['On the shelf', 'On the shelf: 2 of 3', 'Being repaired', 'No copies here']],
  ['es', ['En el estante', 'En el estante: 2 de 3', 'En reparación', 'No hay ejemplares aquí']],
  ['pt-BR', ['Na estante', 'Na estante: 2 de 3', 'Em conserto', 'Nenhum exemplar aqui']],
];
for (const [locale, said] of sentences)
  test(`in ${locale}: ${said.join(' · ')}`, () => {
    const told = [
      { ...alone('on_shelf'), onShelf: 1 },
      { ...alone('on_shelf'), onShelf: 2, copies: 3 },
      alone('in_repair'),
      noCopies,
    ];
    assert.deepEqual(
      told.map((availability) => availabilityText(availability, '2026-03-02', wordsOf(locale)).text),
      said,
    );
  });

test('what is read here may be borrowed later', () => {
  const both = { ...lent('2026-03-20'), states: ['reference_only' as const, 'on_loan' as const] };
  const { text } = availabilityText(both, '2026-03-02', wordsOf('en'));
  assert.equal(text, 'To be read here; to borrow: back on March 20');
});
