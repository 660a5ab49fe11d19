import type { Station } from '../state/model.ts'
import { createCanvas, type Canvas, type Colour, type Point } from './canvas.ts'

/** What a station's pictures show: itself from near, and where it stands. */
export const PICTURE_VIEWS = ['front', 'place'] as const
export type PictureView = (typeof PICTURE_VIEWS)[number]

const WIDTH = 800
const HEIGHT = 600

const BODY: Colour = [38, 50, 46]
const BODY_EDGE: Colour = [61, 76, 71]
const DARK: Colour = [20, 27, 25]
const PANE: Colour = [233, 241, 236]
const LAMP: Colour = [92, 214, 150]
const WHITE: Colour = [250, 250, 247]
const SHADE: Colour = [30, 32, 30]
const ACCENTS: readonly Colour[] = [
  [10, 107, 75],
  [29, 79, 168],
  [176, 106, 16],
  [120, 62, 130],
]

/** The picture of a station as a PNG file, drawn for the demo: the same station, the same picture. */
export function stationPicture(station: Station, view: PictureView): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const place = {
    isOutside: station.connectors.some(({ plug }) => plug.current === 'DC'),
    accent: accentOf(station),
    plugs: Math.min(station.connectors.length, 2),
    isMirrored: accentIndex(station) % 2 === 1,
  }
  if (view === 'front') paintFront(canvas, place)
  else paintPlace(canvas, place)
  return canvas.png()
}

interface Place {
  isOutside: boolean
  accent: Colour
  plugs: number
  isMirrored: boolean
}

function accentIndex({ label }: Station): number {
  return Array.from(label).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % ACCENTS.length
}

function accentOf(station: Station): Colour {
  return ACCENTS[accentIndex(station)] ?? BODY
}

function paintFront(canvas: Canvas, { isOutside, accent, plugs }: Place): void {
  const floorY = 500
  paintGround(canvas, isOutside, floorY)
  if (!isOutside) canvas.box([0, 250], [WIDTH, 44], accent, { opacity: 0.85 })
  paintStation(canvas, { at: [400, floorY + 22], scale: 1, accent, plugs })
}

function paintPlace(canvas: Canvas, { isOutside, accent, plugs, isMirrored }: Place): void {
  const floorY = 330
  paintGround(canvas, isOutside, floorY)
  if (!isOutside) {
    canvas.box([0, 222], [WIDTH, 26], accent, { opacity: 0.85 })
    for (const x of [60, 690]) paintPillar(canvas, x, accent)
  }
  const middle = isMirrored ? 500 : 300
  for (const side of [-1, 1]) {
    const near: Point = [middle + side * 330, HEIGHT]
    canvas.line([[middle + side * 128, floorY + 18], near], 9, WHITE)
  }
  paintStation(canvas, { at: [middle, floorY + 20], scale: 0.42, accent, plugs })
  paintCar(canvas, middle, accent)
}

/** Sky and asphalt, or the wall and floor of a garage. */
function paintGround(canvas: Canvas, isOutside: boolean, floorY: number): void {
  if (isOutside) {
    canvas.gradient(0, floorY, [170, 205, 228], [232, 240, 238])
    for (const [x, radius] of [
      [70, 78],
      [170, 58],
      [640, 66],
      [742, 92],
    ] as const)
      canvas.disc([x, floorY - 26], radius, [104, 146, 112])
    canvas.box([0, floorY - 30], [WIDTH, 30], [128, 164, 128])
    canvas.gradient(floorY, HEIGHT, [150, 154, 152], [118, 122, 120])
  } else {
    canvas.gradient(0, floorY, [214, 213, 206], [236, 234, 227])
    canvas.gradient(floorY, HEIGHT, [158, 160, 156], [128, 131, 128])
    canvas.box([0, floorY - 8], [WIDTH, 8], [140, 142, 138])
  }
}

function paintPillar(canvas: Canvas, x: number, accent: Colour): void {
  canvas.box([x - 30, 436], [118, 26], SHADE, { radius: 13, opacity: 0.3, softness: 18 })
  canvas.box([x, 0], [58, 448], [196, 195, 188])
  canvas.box([x, 0], [14, 448], [178, 177, 170])
  canvas.box([x, 360], [58, 88], accent)
}

/** `at` is the middle of its foot; at scale 1 it is 400 px high. */
function paintStation(
  canvas: Canvas,
  {
    at: [x, y],
    scale,
    accent,
    plugs,
  }: { at: Point; scale: number } & Pick<Place, 'accent' | 'plugs'>,
): void {
  const point = (dx: number, dy: number): Point => [x + dx * scale, y + dy * scale]
  const size = (width: number, height: number): Point => [width * scale, height * scale]
  const rounded = (radius: number): { radius: number } => ({ radius: radius * scale })

  canvas.box(point(-150, -18), size(300, 36), SHADE, {
    ...rounded(18),
    opacity: 0.35,
    softness: 26 * scale,
  })
  canvas.box(point(-98, -400), size(196, 400), BODY_EDGE, rounded(26))
  canvas.box(point(-92, -394), size(184, 388), BODY, rounded(22))
  canvas.box(point(-92, -52), size(184, 46), accent, rounded(20))
  canvas.box(point(-62, -362), size(124, 92), DARK, rounded(12))
  canvas.box(point(-54, -354), size(108, 76), PANE, rounded(8))
  const bolt = [point(10, -348), point(-14, -314), point(10, -316), point(-10, -284)]
  canvas.line(bolt, 8 * scale, accent)
  canvas.box(point(-62, -250), size(124, 10), LAMP, rounded(5))
  for (const side of plugs === 1 ? [0] : [-1, 1]) {
    const socket = side * 46
    canvas.disc(point(socket, -184), 32 * scale, DARK)
    canvas.disc(point(socket, -184), 25 * scale, BODY_EDGE)
    for (const [dx, dy] of [
      [-9, -7],
      [9, -7],
      [0, 9],
    ] as const)
      canvas.disc(point(socket + dx, -184 + dy), 5 * scale, DARK)
    const swing = side === 0 ? 1 : side
    canvas.line(cable(point, socket, swing), 11 * scale, DARK)
  }
}

/** From below the socket down to the ground and back up to its hook. */
function cable(point: (dx: number, dy: number) => Point, socket: number, swing: number): Point[] {
  return Array.from({ length: 25 }, (_, step) => {
    const share = step / 24
    const dx = socket + swing * 88 * share
    const dy = -150 + 128 * Math.sin(Math.PI * Math.min(1, share * 0.86))
    return point(dx, dy)
  })
}

/** A parked car from behind, beside the bay. */
function paintCar(canvas: Canvas, bayMiddle: number, accent: Colour): void {
  const x = bayMiddle < WIDTH / 2 ? 590 : 210
  const paint: Colour = [222, 224, 222]
  canvas.box([x - 138, 472], [276, 40], SHADE, { radius: 20, opacity: 0.4, softness: 24 })
  for (const side of [-1, 1]) canvas.box([x + side * 96 - 22, 440], [44, 62], DARK, { radius: 12 })
  canvas.box([x - 96, 318], [192, 120], paint, { radius: 44 })
  canvas.box([x - 78, 332], [156, 66], [72, 88, 92], { radius: 26 })
  canvas.box([x - 128, 388], [256, 92], paint, { radius: 32 })
  for (const side of [-1, 1])
    canvas.box([x + side * 100 - 20, 410], [40, 20], [186, 46, 38], { radius: 8 })
  canvas.box([x - 42, 432], [84, 24], WHITE, { radius: 4 })
  canvas.box([x - 42, 432], [10, 24], accent, { radius: 3 })
}
