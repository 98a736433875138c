export const dynamic = 'force-dynamic';

/** The least that this version of Next can serve: a page that is rendered for every request and holds nothing. */
export default function FloorPage() {
  return <p>Floor</p>;
}
