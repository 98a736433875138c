import fc from 'fast-check';

const { FC_SEED, FC_RUNS } = process.env;

/**
 * fast-check, with the same values at every run: a change is judged by what it changed. `FC_SEED` names other values,
 * `random` new ones each time, and `FC_RUNS` how many there are of each, for a hunt.
 */
fc.configureGlobal({
  ...(FC_SEED !== 'random' && { seed: Number(FC_SEED ?? 1) }),
  ...(FC_RUNS && { numRuns: Number(FC_RUNS) }),
});

export default fc;
