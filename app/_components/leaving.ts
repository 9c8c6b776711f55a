let leaving = false;

/** Says that the person is on the way out: from now on nothing may hold the page back. */
export function markLeaving(): void {
  leaving = true;
}

export function isLeaving(): boolean {
  return leaving;
}
