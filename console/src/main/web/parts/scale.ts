// Axes: steps that people read easily.

/** The step of 1, 2 or 5 times a power of ten that parts a length into at most so many. */
export function niceStep(length: number, parts: number): number {
  if (!(length > 0)) return 1;
  const rough = length / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  // 0.1 times 3 is a little more than 0.3
  return power * ([1, 2, 5].find((step) => step * power >= rough * (1 - 1e-9)) ?? 10);
}

/** From 0 up to a round number that is not less than the greatest value; whole numbers if the values are. */
export function ticks(greatest: number, parts: number, whole = false): number[] {
  const step = Math.max(niceStep(greatest, parts), whole ? 1 : 0);
  const count = Math.max(1, Math.ceil(greatest / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
