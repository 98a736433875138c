import { z } from 'zod';
import { component, listOf } from '#lib/api/openapi/components';
import { optionalText, text } from '#lib/api/schemas/fields';
import { copyStates } from '#lib/catalog/copies/copy-state';

/** One copy: where it is and whether it is in. Never who has it. */
export const copy = component(
  'Copy',
  'One copy of a book: where it stands and whether it is in.',
  z.object({
    id: text.describe('The public id of the copy.'),
    state: z
      .enum(copyStates)
      .describe('`on_shelf` can be borrowed now; `on_hold_shelf` is set aside for a reader.'),
    due_on: z.iso.date().nullable().describe('When a copy on loan is due back; null for every other.'),
    shelf_mark: optionalText,
    location: optionalText.describe('The room or branch.'),
  }),
  {
    id: '0b6cf0ae-6c4f-4d39-9a8e-6f1f3a1f2f5e',
    state: 'on_loan',
    due_on: '2026-03-23',
    shelf_mark: 'FIC GAR',
    location: null,
  },
);

export const copyPage = listOf('CopyPage', copy);

export type Copy = z.output<typeof copy>;
