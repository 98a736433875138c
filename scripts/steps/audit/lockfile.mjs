const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/**
 * What is wrong with the list of packages, in words: a version that may change by itself, a lockfile of another list, a
 * package without a checksum, or one that comes from anywhere but the registry.
 */
export const lockfileFaults = (manifest, { packages }) => [
  ...unpinned(manifest),
  ...differing(manifest, packages['']),
  ...Object.entries(packages).flatMap(([path, entry]) => (path === '' ? [] : faultsOf(path, entry))),
];

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];

function unpinned(manifest) {
  const named = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
  return [...named, ...overridden(manifest.overrides)]
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => `package.json: ${name} ${version} is no exact version`);
}

const overridden = (overrides = {}) =>
  Object.entries(overrides).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : overridden(value),
  );

const differing = (manifest, locked = {}) =>
  kinds
    .filter((kind) => JSON.stringify(sorted(manifest[kind])) !== JSON.stringify(sorted(locked[kind])))
    .map((kind) => `package-lock.json: other ${kind} than package.json`);

const sorted = (versions = {}) => Object.entries(versions).sort(([one], [other]) => (one < other ? -1 : 1));

/** `.npmrc` leaves the address out where it is the registry's: whatever has one is from elsewhere. */
function faultsOf(path, { resolved, link, integrity, inBundle }) {
  const name = path.replace(/.*node_modules\//, '');
  if (link || resolved !== undefined) return [`package-lock.json: ${name} comes from ${resolved}`];
  if (inBundle || /^sha512-[\w+/]{86}==$/.test(integrity ?? '')) return [];
  return [`package-lock.json: ${name} has no checksum`];
}
