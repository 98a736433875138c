export function buildStalePages(node: string): Promise<void>;
