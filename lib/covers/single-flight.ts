/** Work that whoever asks for the same while it is done has a share in. Nothing is kept once it is done. */
export function singleFlight<Drawing>() {
  const underWay = new Map<string, Promise<Drawing>>();
  return (name: string, draw: () => Promise<Drawing>): Promise<Drawing> => {
    const begun = underWay.get(name);
    if (begun) return begun;
    const drawing = draw().finally(() => underWay.delete(name));
    underWay.set(name, drawing);
    return drawing;
  };
}
