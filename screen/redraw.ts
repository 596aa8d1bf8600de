const drawers = new Set<() => void>();

/** Calls `draw` whenever what every screen is written with has changed (language, formats); answers how to stop that. */
export function onRedraw(draw: () => void): () => void {
  drawers.add(draw);
  return () => void drawers.delete(draw);
}

/** Has the page drawn again, with all its state kept. */
export function redraw(): void {
  for (const draw of drawers) draw();
}
