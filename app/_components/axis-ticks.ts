import { scaleLinear } from 'd3-scale';

/** Gridlines at round numbers, from nothing to the first one past the largest count. */
export function axisTicks(largest: number): [number, number, ...number[]] {
  const [, second = largest, ...more] = scaleLinear([0, largest], [0, 1]).nice(4).ticks(4);
  return [0, second, ...more];
}
