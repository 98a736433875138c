import { z } from 'zod';

/** Raised where an earlier program could not read what a later one writes. */
export const backupFormat = 1;

/** The first file of an archive: what it is and how to read the others. */
export const headName = 'backup.json';
/** The last: without it an archive is not whole. */
export const manifestName = 'manifest.json';

const columnName = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);

const table = z.object({
  name: columnName,
  columns: z
    .array(
      z.object({
        name: columnName,
        type: z.enum(['text', 'number', 'boolean', 'instant', 'json']),
        kept: z.boolean(),
      }),
    )
    .min(1),
  key: z.array(columnName),
  identity: columnName.optional(),
});

/** Read before anything else, also of formats to come. */
export const headStart = z.object({ program: z.literal('LocalLibrary'), format: z.number().int() });

export const head = headStart.extend({
  /** When the library was as the archive has it. */
  takenAt: z.iso.datetime(),
  schema: z.object({ number: z.number().int().min(1), name: z.string() }),
  tables: z.array(table),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const manifest = z.object({
  tables: z.record(columnName, z.object({ rows: z.number().int(), sha256, lastId: z.number().int() })),
  files: z.array(z.object({ path: z.string(), size: z.number().int(), sha256 })),
});

export type BackupHead = z.infer<typeof head>;
export type BackupManifest = z.infer<typeof manifest>;

/** Where the rows of a table are, as JSON lines; a large one has several files. */
export const tablePart = (table: string, part: number) =>
  `tables/${table}/${String(part).padStart(5, '0')}.ndjson`;

export const fileEntry = (path: string) => `files/${path}`;
