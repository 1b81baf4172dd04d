/** What each govuk-frontend macro takes. Written by build-macro-options.ts from the package; not edited by hand. */
export type GovukOptions = {
  accordion: {
    id: string
    headingLevel?: number
    classes?: string
    attributes?: Record<string, unknown>
    rememberExpanded?: boolean
    hideAllSectionsText?: string
    hideSectionText?: string
    hideSectionAriaLabelText?: string
    showAllSectionsText?: string
    showSectionText?: string
    showSectionAriaLabelText?: string
    items: (
      | {
          heading: { text?: string; html?: string }
          summary?: { text?: string; html?: string }
          content: { text?: string; html?: string }
          expanded?: boolean
        }
      | false
      | null
    )[]
  }
  'back-link': { text?: string; html?: string; href: string; classes?: string; attributes?: Record<string, unknown> }
  breadcrumbs: {
    items: ({ text?: string; html?: string; href?: string; attributes?: Record<string, unknown> } | false | null)[]
    classes?: string
    collapseOnMobile?: boolean
    attributes?: Record<string, unknown>
    labelText?: string
  }
  button: {
    text?: string
    html?: string
    type?: string
    name?: string
    value?: string
    disabled?: boolean
    href?: string
    classes?: string
    attributes?: Record<string, unknown>
    preventDoubleClick?: boolean
    isStartButton?: boolean
    id?: string
  }
  'character-count': {
    id?: string
    name: string
    rows?: string
    value?: string
    maxlength: string
    maxwords?: string
    threshold?: string
    countType?: string
    label: GovukOptions['label']
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInput?: { text?: string; html?: string }
      afterInput?: { text?: string; html?: string }
    }
    classes?: string
    attributes?: Record<string, unknown>
    spellcheck?: boolean
    countMessage?: { classes?: string }
    textareaDescriptionText?: string
    charactersUnderLimitText?: Record<string, unknown>
    charactersAtLimitText?: string
    charactersOverLimitText?: Record<string, unknown>
    wordsUnderLimitText?: Record<string, unknown>
    wordsAtLimitText?: string
    wordsOverLimitText?: Record<string, unknown>
  }
  checkboxes: {
    describedBy?: string
    fieldset?: GovukOptions['fieldset']
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInputs?: { text?: string; html?: string }
      afterInputs?: { text?: string; html?: string }
    }
    idPrefix?: string
    name: string
    items: (
      | {
          text?: string
          html?: string
          id?: string
          name?: string
          value: string
          label?: { classes?: string; attributes?: Record<string, unknown> }
          hint?: GovukOptions['hint']
          divider?: string
          checked?: boolean
          conditional?: { html?: string }
          behaviour?: string
          disabled?: boolean
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
    values?: (unknown | false | null)[]
    classes?: string
    attributes?: Record<string, unknown>
  }
  'cookie-banner': {
    ariaLabel?: string
    hidden?: boolean
    classes?: string
    attributes?: Record<string, unknown>
    messages: (
      | {
          headingText?: string
          headingHtml?: string
          text?: string
          html?: string
          actions?: (
            | {
                text?: string
                type?: string
                href?: string
                name?: string
                value?: string
                classes?: string
                attributes?: Record<string, unknown>
              }
            | false
            | null
          )[]
          hidden?: boolean
          role?: string
          classes?: string
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
  }
  'date-input': {
    id: string
    namePrefix?: string
    items?: (
      | {
          id?: string
          name: string
          label?: string
          value?: string
          error?: boolean
          autocomplete?: string
          pattern?: string
          classes?: string
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInputs?: { text?: string; html?: string }
      afterInputs?: { text?: string; html?: string }
    }
    fieldset?: GovukOptions['fieldset']
    day?: Record<string, unknown>
    month?: Record<string, unknown>
    year?: Record<string, unknown>
    values?: { day?: string; month?: string; year?: string }
    classes?: string
    attributes?: Record<string, unknown>
  }
  details: {
    summaryText?: string
    summaryHtml?: string
    text?: string
    html?: string
    caller?: string
    id?: string
    open?: boolean
    classes?: string
    attributes?: Record<string, unknown>
  }
  'error-message': {
    text?: string
    html?: string
    id?: string
    classes?: string
    attributes?: Record<string, unknown>
    visuallyHiddenText?: string
  }
  'error-summary': {
    titleText?: string
    titleHtml?: string
    descriptionText?: string
    descriptionHtml?: string
    caller?: string
    errorList?: ({ href?: string; text?: string; html?: string; attributes?: Record<string, unknown> } | false | null)[]
    disableAutoFocus?: boolean
    classes?: string
    attributes?: Record<string, unknown>
  }
  'exit-this-page': {
    text?: string
    html?: string
    redirectUrl?: string
    id?: string
    classes?: string
    attributes?: Record<string, unknown>
    activatedText?: string
    timedOutText?: string
    pressTwoMoreTimesText?: string
    pressOneMoreTimeText?: string
  }
  feedback: {
    titleText: string
    titleHtml: string
    headingLevel?: number
    text?: string
    html?: string
    caller?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
  fieldset: {
    describedBy?: string
    legend?: { text?: string; html?: string; classes?: string; isPageHeading?: boolean }
    classes?: string
    role?: string
    attributes?: Record<string, unknown>
    html?: string
    caller?: string
  }
  'file-upload': {
    name: string
    id?: string
    disabled?: boolean
    multiple?: boolean
    describedBy?: string
    label: GovukOptions['label']
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInput?: { text?: string; html?: string }
      afterInput?: { text?: string; html?: string }
    }
    javascript?: boolean
    chooseFilesButtonText?: string
    dropInstructionText?: string
    multipleFilesChosenText?: Record<string, unknown>
    noFileChosenText?: string
    enteredDropZoneText?: string
    leftDropZoneText?: string
    classes?: string
    attributes?: Record<string, unknown>
    wrapperClasses?: string
    wrapperAttributes?: Record<string, unknown>
  }
  footer: {
    meta?: {
      visuallyHiddenTitle?: string
      html?: string
      text?: string
      items?: ({ text?: string; href: string; attributes?: Record<string, unknown> } | false | null)[]
    }
    navigation?: (
      | {
          title: string
          columns?: number
          width?: string
          items?: ({ text?: string; href: string; attributes?: Record<string, unknown> } | false | null)[]
        }
      | false
      | null
    )[]
    contentLicence?: { text?: string; html?: string }
    copyright?: { text?: string; html?: string }
    containerClasses?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
  'generic-header': {
    url?: string
    logoText?: string
    logoHtml?: string
    containerClasses?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
  header: {
    homepageUrl?: string
    productName?: string
    containerClasses?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
  hint: { text?: string; html?: string; id?: string; classes?: string; attributes?: Record<string, unknown> }
  input: {
    id?: string
    name: string
    type?: string
    inputmode?: string
    value?: string
    disabled?: boolean
    describedBy?: string
    label: GovukOptions['label']
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    prefix?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
    suffix?: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInput?: { text?: string; html?: string }
      afterInput?: { text?: string; html?: string }
    }
    classes?: string
    autocomplete?: string
    pattern?: string
    spellcheck?: boolean
    autocapitalize?: string
    inputWrapper?: { classes?: string; attributes?: Record<string, unknown> }
    attributes?: Record<string, unknown>
  }
  'inset-text': {
    text?: string
    html?: string
    caller?: string
    id?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
  label: {
    text?: string
    html?: string
    for?: string
    isPageHeading?: boolean
    classes?: string
    attributes?: Record<string, unknown>
  }
  'language-navigation': {
    items: (
      | {
          text?: string
          html?: string
          lang: string
          hrefLang?: string
          dir?: string
          href?: string
          current?: boolean
          languageDescriptionText?: string
          classes?: string
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
    ariaLabel?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
  'notification-banner': {
    text?: string
    html?: string
    caller?: string
    titleText?: string
    titleHtml?: string
    titleHeadingLevel?: string
    type?: string
    role?: string
    titleId?: string
    disableAutoFocus?: boolean
    classes?: string
    attributes?: Record<string, unknown>
  }
  pagination: {
    items?: (
      | {
          number?: string
          visuallyHiddenText?: string
          href?: string
          current?: boolean
          ellipsis?: boolean
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
    previous?: { text?: string; html?: string; labelText?: string; href: string; attributes?: Record<string, unknown> }
    next?: { text?: string; html?: string; labelText?: string; href: string; attributes?: Record<string, unknown> }
    landmarkLabel?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
  panel: {
    titleText?: string
    titleHtml?: string
    headingLevel?: number
    text?: string
    html?: string
    caller?: string
    classes?: string
    attributes?: Record<string, unknown>
    actions?: {
      items?: (
        | { text?: string; type?: string; href?: string; classes?: string; attributes?: Record<string, unknown> }
        | false
        | null
      )[]
      classes?: string
      attributes?: Record<string, unknown>
    }
  }
  'password-input': {
    id?: string
    name: string
    value?: string
    disabled?: boolean
    describedBy?: string
    label: GovukOptions['label']
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInput?: { text?: string; html?: string }
      afterInput?: { text?: string; html?: string }
    }
    classes?: string
    autocomplete?: string
    attributes?: Record<string, unknown>
    showPasswordText?: string
    hidePasswordText?: string
    showPasswordAriaLabelText?: string
    hidePasswordAriaLabelText?: string
    passwordShownAnnouncementText?: string
    passwordHiddenAnnouncementText?: string
    button?: { classes?: string }
  }
  'phase-banner': {
    text?: string
    html?: string
    tag: GovukOptions['tag']
    classes?: string
    attributes?: Record<string, unknown>
  }
  radios: {
    fieldset?: GovukOptions['fieldset']
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInputs?: { text?: string; html?: string }
      afterInputs?: { text?: string; html?: string }
    }
    idPrefix?: string
    name: string
    items: (
      | {
          text?: string
          html?: string
          id?: string
          value: string
          label?: { classes?: string; attributes?: Record<string, unknown> }
          hint?: GovukOptions['hint']
          divider?: string
          checked?: boolean
          conditional?: { html?: string }
          disabled?: boolean
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
    value?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
  select: {
    id?: string
    name: string
    items: (
      | { value?: string; text?: string; selected?: boolean; disabled?: boolean; attributes?: Record<string, unknown> }
      | false
      | null
    )[]
    value?: string
    disabled?: boolean
    describedBy?: string
    label: GovukOptions['label']
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInput?: { text?: string; html?: string }
      afterInput?: { text?: string; html?: string }
    }
    classes?: string
    attributes?: Record<string, unknown>
  }
  'service-navigation': {
    classes?: string
    attributes?: Record<string, unknown>
    ariaLabel?: string
    menuButtonText?: string
    menuButtonLabel?: string
    navigationLabel?: string
    navigationId?: string
    navigationClasses?: string
    collapseNavigationOnMobile?: boolean
    serviceName?: string
    serviceUrl?: string
    navigation: (
      | {
          current?: boolean
          active?: boolean
          html?: string
          text?: string
          href?: string
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
    slots?: {
      start?: string
      end?: string | { html?: string; align?: string }
      navigationStart?: string
      navigationEnd?: string
    }
  }
  'skip-link': { text?: string; html?: string; href?: string; classes?: string; attributes?: Record<string, unknown> }
  'summary-list': {
    rows: (
      | {
          classes?: string
          key: { text?: string; html?: string; classes?: string }
          value: { text?: string; html?: string; classes?: string }
          actions?: {
            items?: (
              | {
                  href: string
                  text?: string
                  html?: string
                  visuallyHiddenText?: string
                  classes?: string
                  attributes?: Record<string, unknown>
                }
              | false
              | null
            )[]
            classes?: string
          }
        }
      | false
      | null
    )[]
    card?: {
      title?: { text?: string; html?: string; headingLevel?: number; classes?: string }
      actions?: {
        items?: (
          | {
              href: string
              text?: string
              html?: string
              visuallyHiddenText?: string
              classes?: string
              attributes?: Record<string, unknown>
            }
          | false
          | null
        )[]
        classes?: string
      }
      classes?: string
      attributes?: Record<string, unknown>
    }
    classes?: string
    attributes?: Record<string, unknown>
  }
  table: {
    rows: (
      | {
          text?: string
          html?: string
          format?: string
          classes?: string
          colspan?: number
          rowspan?: number
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
    head?: (
      | {
          text?: string
          html?: string
          format?: string
          classes?: string
          colspan?: number
          rowspan?: number
          attributes?: Record<string, unknown>
        }
      | false
      | null
    )[]
    caption?: string
    captionClasses?: string
    firstCellIsHeader?: boolean
    classes?: string
    attributes?: Record<string, unknown>
  }
  tabs: {
    id?: string
    idPrefix?: string
    title?: string
    items: (
      | {
          id: string
          label: string
          attributes?: Record<string, unknown>
          panel: { text?: string; html?: string; attributes?: Record<string, unknown> }
        }
      | false
      | null
    )[]
    classes?: string
    attributes?: Record<string, unknown>
  }
  tag: { text?: string; html?: string; classes?: string; attributes?: Record<string, unknown> }
  'task-list': {
    items: (
      | {
          title: { text?: string; html?: string; classes?: string }
          hint?: { text?: string; html?: string }
          status: { tag?: GovukOptions['tag']; text?: string; html?: string; classes?: string }
          href?: string
          classes?: string
        }
      | false
      | null
    )[]
    classes?: string
    attributes?: Record<string, unknown>
    idPrefix?: string
  }
  textarea: {
    id?: string
    name: string
    spellcheck?: boolean
    rows?: string
    value?: string
    disabled?: boolean
    describedBy?: string
    label: GovukOptions['label']
    hint?: GovukOptions['hint']
    errorMessage?: GovukOptions['error-message']
    formGroup?: {
      classes?: string
      attributes?: Record<string, unknown>
      beforeInput?: { text?: string; html?: string }
      afterInput?: { text?: string; html?: string }
    }
    classes?: string
    autocomplete?: string
    attributes?: Record<string, unknown>
  }
  'warning-text': {
    text?: string
    html?: string
    iconFallbackText?: string
    classes?: string
    attributes?: Record<string, unknown>
  }
}
