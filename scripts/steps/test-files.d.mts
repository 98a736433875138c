type TestFiles = { withDatabase: string[]; withoutDatabase: string[]; alone: string[] };
export function testFiles(parts?: string[]): TestFiles;
export function usesDatabase(file: string): boolean;
