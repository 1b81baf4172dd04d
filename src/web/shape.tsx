/** Small shapes that say a rating without colour: in tags, bars and keys, on screen, in print, in Word and PDF. */
import { raw } from 'hono/html'

/** Each drawn in a square of 12. */
const SHAPE = {
  /** Done. */
  tick: '<path d="M2 6.5 5 9.5 10.5 3" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  /** Under way. */
  half: '<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor"/>',
  /** Not begun. */
  ring: '<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  full: '<circle cx="6" cy="6" r="5" fill="currentColor"/>',
  /** Late, or wrong. */
  warning: '<path d="M6 1 11.5 11H.5z" fill="currentColor"/>',
  pause: '<path d="M2.5 1.5h2.5v9H2.5zM7 1.5h2.5v9H7z" fill="currentColor"/>',
  cross: '<path d="m2 2 8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="2"/>',
  dash: '<path d="M1.5 6h9" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  up: '<path d="M6 1 11 7H8v4H4V7H1z" fill="currentColor"/>',
  down: '<path d="M6 11 1 5h3V1h4v4h3z" fill="currentColor"/>',
  gap: '<rect x="1.5" y="1.5" width="9" height="9" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 1.6"/>',
} as const
export type ShapeName = keyof typeof SHAPE

/** The shape beside words that say the same: it is hidden from screen readers. */
export const Shape = ({ name }: { name: ShapeName }) => (
  <svg class="gt-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
    {raw(SHAPE[name])}
  </svg>
)

/** The shape's drawing in a square of 12, for use inside another drawing. */
export const shapeDrawing = (name: ShapeName): string => SHAPE[name]
