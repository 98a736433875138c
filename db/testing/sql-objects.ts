import { readdirSync, readFileSync } from 'node:fs';
import { dialect } from '#db/columns';
import { execute, query } from '#db/testing/database';

const folder = `db/sql/${dialect}`;

const inPublic = `relnamespace = 'public'::regnamespace`;

const objects =
  dialect === 'sqlite'
    ? `select type, name, sql from sqlite_master where type in ('view', 'trigger')`
    : `select 'view' as type, relname as name, pg_get_viewdef(oid) as sql from pg_class
         where relkind = 'v' and ${inPublic}
       union all select 'trigger', tgname || ' on ' || relname, pg_get_triggerdef(pg_trigger.oid)
         from pg_trigger join pg_class on pg_class.oid = tgrelid where not tgisinternal and ${inPublic}
       union all select 'function', oid::regprocedure::text, pg_get_functiondef(oid)
         from pg_proc where pronamespace = 'public'::regnamespace`;

/** Every view, trigger and function of the database by its type and name, as the engine writes it. */
export async function sqlObjects(): Promise<Map<string, string>> {
  const rows = await query(objects);
  return new Map(rows.map(({ type, name, sql }) => [`${type} ${name}`, String(sql)] as const).sort());
}

/** Drops all of them and makes them anew from the texts of db/sql. */
export async function remakeSqlObjects(): Promise<void> {
  const names = [...(await sqlObjects()).keys()].filter((name) => !name.includes(ofIndexes));
  for (const type of ['trigger', 'view', 'function'])
    for (const name of names.filter((name) => name.startsWith(type))) await execute(drop(name));
  for (const file of readdirSync(folder).sort())
    for (const statement of readFileSync(`${folder}/${file}`, 'utf8').split('--> statement-breakpoint'))
      await execute(statement);
}

/** An index is made with this one: it can only be replaced. */
const ofIndexes = 'search_vector';

/** On PostgreSQL a view goes with those that it is made of. */
const drop = (name: string) =>
  dialect === 'sqlite' ? `drop ${name}` : `drop ${name.replace(' ', ' if exists ')} cascade`;
