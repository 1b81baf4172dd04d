/** How a report looks in Word: its styles, its numbering, its page. Everything is a named style, so that a council can restyle it. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  PageOrientation,
} from 'docx'

export const INK = '0b0c0c'
export const QUIET = '505a5f'
export const ACCENT = '1d4f6b'
export const RULE = 'b1b4b6'
export const PALE = 'eef3f6'

const millimetres = convertMillimetersToTwip
const MARGIN = 20

/** A4. `wide` is on its side. */
export const pageOf = (wide: boolean) => ({
  size: {
    width: millimetres(210),
    height: millimetres(297),
    orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: {
    top: millimetres(22),
    bottom: millimetres(20),
    left: millimetres(MARGIN),
    right: millimetres(MARGIN),
    header: millimetres(10),
    footer: millimetres(9),
  },
})

/** The width that text has, in twips. */
export const textWidth = (wide: boolean): number => millimetres((wide ? 297 : 210) - 2 * MARGIN)

const NUMBER_INDENT = 680

/** Sections 1, 2 with paragraphs 1.1, 1.2; annexes A, B with paragraphs A.1; points. Word counts them itself, so an edit renumbers. */
export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'sections', levels: numbers(LevelFormat.DECIMAL, '%1') },
    { reference: 'annexes', levels: numbers(LevelFormat.UPPER_LETTER, 'Annex %1') },
    { reference: 'points', levels: [bullet(NUMBER_INDENT + 280)] },
    { reference: 'callout-points', levels: [bullet(280)] },
  ],
}

function numbers(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const hanging = text === '%1' ? NUMBER_INDENT : 1500
  return [
    { level: 0, format, text, suffix: LevelSuffix.TAB, style: { paragraph: { indent: { left: hanging, hanging } } } },
    {
      level: 1,
      format: LevelFormat.DECIMAL,
      text: '%1.%2',
      suffix: LevelSuffix.TAB,
      style: { paragraph: { indent: { left: NUMBER_INDENT, hanging: NUMBER_INDENT } }, run: { color: QUIET } },
    },
  ]
}

function bullet(left: number) {
  return {
    level: 0,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left, hanging: 280 } } },
  }
}

const heading = (size: number, before: number, after: number) => ({
  run: { font: 'Arial', size, bold: true, color: ACCENT },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
})

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: 'Arial', size: 60, bold: true, color: ACCENT },
      paragraph: { spacing: { before: 120, after: 80, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(32, 360, 160),
    heading2: heading(25, 280, 100),
    heading3: heading(22, 200, 80),
    caption: {
      run: { font: 'Arial', size: 19, bold: true, color: INK },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true, keepLines: true },
    },
  },
  paragraphStyles: [
    style('Authority', { size: 24, color: QUIET }, { spacing: { before: 1200, after: 0 } }),
    style('Subtitle', { size: 28, color: INK }, { spacing: { after: 400 } }),
    style('TitleFact', {}, { spacing: { after: 60 }, leftTabStop: 2600, indent: { left: 2600, hanging: 2600 } }),
    style(
      'ContentsHeading',
      { size: 25, bold: true, color: ACCENT },
      { spacing: { before: 480, after: 120 }, keepNext: true },
    ),
    style('NumberedParagraph', {}, { spacing: { before: 120, after: 80 } }),
    style('Point', {}, { spacing: { after: 60 } }),
    style('TableText', { size: 18 }, { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } }),
    style(
      'TableHeading',
      { size: 18, bold: true },
      { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
    ),
    style('ChartPicture', {}, { spacing: { after: 120 }, keepLines: true }),
    style(
      'CalloutHeading',
      { size: 25, bold: true, color: ACCENT },
      { ...CALLOUT(), spacing: { before: 240, after: 0 }, keepNext: true },
    ),
    style('CalloutPoint', {}, { ...CALLOUT(), spacing: { after: 0 }, keepLines: true }),
    style(
      'PageFoot',
      { size: 15, color: QUIET },
      { spacing: { before: 60, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    ),
    { ...style('TOC1', {}, { spacing: { after: 60, line: 252, lineRule: LineRuleType.AUTO } }), name: 'toc 1' },
  ],
}

function style(id: string, run: object, paragraph: object) {
  return { id, name: id.replace(/([a-z])([A-Z])/g, '$1 $2'), basedOn: 'Normal', quickFormat: true, run, paragraph }
}

function CALLOUT() {
  return {
    shading: { type: 'clear' as const, color: 'auto', fill: PALE },
    border: { left: { style: BorderStyle.SINGLE, size: 36, space: 8, color: ACCENT } },
  }
}
