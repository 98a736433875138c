export function chooseNode(): string;
