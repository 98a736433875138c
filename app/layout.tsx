import { readSession } from '#lib/session/server';
export default async function Layout({ children }: { children: React.ReactNode }) {
  const s = await readSession();
  return (
    <html lang={s.get('language') ?? 'en'}>
      <body>{children}</body>
    </html>
  );
}
