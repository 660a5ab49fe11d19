const PREVIEW_PX = 96

/** The file as base64, as main takes it. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** Draws the picture, whole and in the middle: the page's policy lets no other than its own files in. */
export async function drawLogo(canvas: HTMLCanvasElement, file: Blob): Promise<void> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(PREVIEW_PX / picture.width, PREVIEW_PX / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  canvas.width = PREVIEW_PX
  canvas.height = PREVIEW_PX
  const [left, top] = [(PREVIEW_PX - width) / 2, (PREVIEW_PX - height) / 2]
  canvas.getContext('2d')?.drawImage(picture, left, top, width, height)
  picture.close()
}
