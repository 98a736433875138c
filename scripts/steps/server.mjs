/**
 * How every server is started. Without a limit V8 lets garbage pile up as long as the machine has memory to spare:
 * half a gigabyte after ten thousand pages. NODE_OPTIONS cannot undo a flag given here, so whoever sets a limit there
 * gets that one.
 */
export const serverFlags = process.env.NODE_OPTIONS?.includes('max-old-space-size')
  ? []
  : ['--max-old-space-size=512', '--max-semi-space-size=16'];
