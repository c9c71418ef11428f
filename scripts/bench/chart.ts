/** A line of a chart: points by both axes, and how it is drawn. */
export interface Line {
  readonly name: string
  readonly colour: string
  readonly width: number
  readonly isDashed: boolean
  readonly points: readonly (readonly [x: number, y: number])[]
}

export const WIDE = 460
export const HIGH = 340
/** How far one line of a legend is below another, and how wide the names of one column are. */
const [ROW, COLUMN, COLUMNS] = [22, 230, 2]

/** How high the legend of a chart is. */
export const legendHeight = (lines: readonly Line[]): number => Math.ceil(lines.length / COLUMNS) * ROW

/**
 * A chart as a group in SVG, its inner corner at the origin; both axes go by powers of ten.
 *
 * @param below what stands under the horizontal axis
 * @param say how figures of the axes are put
 */
export function chart(
  title: string,
  below: string,
  lines: readonly Line[],
  say: { readonly x: (value: number) => string; readonly y: (value: number) => string },
): string {
  const points = lines.flatMap((line) => line.points)
  const xs = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b)
  const logs = points.map(([, y]) => Math.log10(y))
  const [low, high] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))]
  const [first, last] = [Math.log10(xs[0] ?? 1), Math.log10(xs.at(-1) ?? 10)]
  const x = (value: number): number => tenths(((Math.log10(value) - first) / Math.max(1, last - first)) * WIDE)
  const y = (value: number): number => tenths(HIGH - ((Math.log10(value) - low) / Math.max(1, high - low)) * HIGH)
  const across = Array.from({ length: high - low + 1 }, (_, step) => {
    const value = 10 ** (low + step)
    return `<path class="grid" d="M0 ${y(value)}H${WIDE}"/><text x="-8" y="${y(value) + 4}" text-anchor="end">${say.y(value)}</text>`
  })
  const down = xs.map(
    (value) =>
      `<path class="grid" d="M${x(value)} 0V${HIGH}"/><text x="${x(value)}" y="${HIGH + 18}" text-anchor="middle">${say.x(value)}</text>`,
  )
  const drawn = lines.map(({ colour, width, isDashed, points: own }) => {
    const places = own.map(([across, up]) => [x(across), y(up)] as const)
    const path = `<path d="M${places.map((place) => place.join(' ')).join('L')}" fill="none" ${stroke(colour, width, isDashed)}/>`
    return `${path}${places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${width + 1}" fill="${colour}"/>`).join('')}`
  })
  const legend = lines.map(({ name, colour, width, isDashed }, at) => {
    const [left, top] = [(at % COLUMNS) * COLUMN, HIGH + 66 + Math.floor(at / COLUMNS) * ROW]
    return `<path d="M${left} ${top}h24" ${stroke(colour, width, isDashed)}/><text x="${left + 32}" y="${top + 4}">${name}</text>`
  })
  return `<text class="title" x="0" y="-16">${title}</text>${[...across, ...down, ...drawn, ...legend].join('\n')}<text x="${WIDE / 2}" y="${HIGH + 38}" text-anchor="middle">${below}</text>`
}

const stroke = (colour: string, width: number, isDashed: boolean): string =>
  `stroke="${colour}" stroke-width="${width}"${isDashed ? ' stroke-dasharray="4 4"' : ''}`

/** A number with one digit after the point. */
const tenths = (value: number): number => Math.round(value * 10) / 10
