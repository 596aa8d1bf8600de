const visits = { Jun: 3, Jul: 5, Aug: 4, Sep: 7, Oct: 6, Nov: 8 };

/** A picture: the visits of the last six months as a small chart. */
export function drawExamplePicture(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [360, 160];
  const context = canvas.getContext('2d');
  if (context) drawChart(context);
  return new Promise((resolve) => canvas.toBlob((picture) => resolve(picture ?? new Blob()), 'image/png'));
}

function drawChart(context: CanvasRenderingContext2D): void {
  context.fillStyle = '#eef4fb';
  context.fillRect(0, 0, 360, 160);
  context.font = '13px sans-serif';
  context.textAlign = 'center';
  for (const [index, [month, count]] of Object.entries(visits).entries()) {
    const middle = 45 + index * 54;
    context.fillStyle = '#0f6cbd';
    context.fillRect(middle - 18, 132 - count * 12, 36, count * 12);
    context.fillStyle = '#242424';
    context.fillText(month, middle, 150);
    context.fillText(String(count), middle, 126 - count * 12);
  }
}
