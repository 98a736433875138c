import { columns as c } from '#db/columns';

/** What this library has decided, such as whether it began with the demonstration. */
export const librarySettings = c.table('library_settings', {
  name: c.key('name').primaryKey(),
  value: c.text('value').notNull(),
});
