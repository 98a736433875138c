/**
 * The packages of a lockfile that this machine needs, as paths below the project. npm leaves an optional one out without
 * a word: one that is made for this machine is needed all the same. What only serves built pages (`toServe`) can do
 * without the development packages.
 */
export function neededPackages(wanted, { platform = thisPlatform(), toServe = false } = {}) {
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !(toServe && (entry.dev || entry.devOptional)))
    .filter(([, entry]) => !entry.optional || isMadeFor(platform, entry))
    .map(([path]) => path);
}

/** Those of them that `installed` lacks, or has in another version. */
export const missingPackages = (wanted, installed, options) =>
  neededPackages(wanted, options).filter((path) => installed[path]?.version !== wanted[path].version);

/** An optional package that names no platform belongs to one that does, or to nobody here. */
function isMadeFor(platform, { os, cpu, libc }) {
  if (!os && !cpu) return false;
  return fits(os, platform.os) && fits(cpu, platform.cpu) && fits(libc, platform.libc);
}

/** As package.json says it: a list, or one name; with `!` in front what is meant is every other. */
function fits(allowed, mine) {
  const names = [allowed ?? []].flat();
  if (names.includes(`!${mine}`)) return false;
  return names.every((name) => name.startsWith('!')) || names.includes(mine);
}

export function thisPlatform() {
  return { os: process.platform, cpu: process.arch, libc: process.platform === 'linux' ? libc() : undefined };
}

const libc = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');
