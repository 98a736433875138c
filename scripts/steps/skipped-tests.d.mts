export function skippedEverywhere(reports: string[]): Map<string, number>;
