import { recordCountsNow } from '#lib/catalog/count-queries';
import { readSession } from '#lib/session/server';
export default async function Page() {
  const s = await readSession();
  const c = await recordCountsNow();
  return (
    <main>
      <dl>
        <dt>Books</dt>
        <dd>{c.books}</dd>
      </dl>
      <p>{`You have visited this page ${s.get('visits') ?? 0} times.`}</p>
    </main>
  );
}
