/** Pages on which an authority says what is its own: targets, how it counts and rates, whom it compares with, and figures entered by hand. */
import type { AnyPage } from '../web/page.tsx'
import { changeSettingPage, putBackPage } from './pages/change-setting.tsx'
import {
  changeOwnMeasurePage,
  ownExamplesPage,
  useOwnMeasurePage,
  withdrawOwnMeasurePage,
} from './pages/change-own-measure.tsx'
import { chooseComparisonPage, populationPage } from './pages/choose-comparison.tsx'
import { addYearPage, changeHolidayPage, withdrawHolidayPage } from './pages/change-holidays.tsx'
import { comparisonPage } from './pages/comparison.tsx'
import { addEnteredMeasurePage, changeEnteredMeasurePage } from './pages/define-measure.tsx'
import { enterFigurePage, takeBackFigurePage } from './pages/enter-figure.tsx'
import { enteredMeasurePage } from './pages/entered-measure.tsx'
import { enteredPage } from './pages/entered.tsx'
import { funnelPage } from './pages/funnel.tsx'
import { holidaysPage } from './pages/holidays.tsx'
import { ownMeasurePage } from './pages/own-measure.tsx'
import { addOwnMeasurePage, ownMeasuresPage } from './pages/own-measures.tsx'
import { addRebasePage, withdrawRebasePage } from './pages/rebase.tsx'
import { setTargetPage, withdrawTargetPage } from './pages/set-target.tsx'
import { targetsPage } from './pages/targets.tsx'
import { thresholdsPage } from './pages/thresholds.tsx'

export const settingPages: AnyPage[] = [
  targetsPage,
  setTargetPage,
  withdrawTargetPage,
  addRebasePage,
  withdrawRebasePage,
  changeSettingPage,
  putBackPage,
  thresholdsPage,
  enteredPage,
  addEnteredMeasurePage,
  enteredMeasurePage,
  changeEnteredMeasurePage,
  enterFigurePage,
  takeBackFigurePage,
  ownMeasuresPage,
  addOwnMeasurePage,
  ownMeasurePage,
  changeOwnMeasurePage,
  ownExamplesPage,
  useOwnMeasurePage,
  withdrawOwnMeasurePage,
  comparisonPage,
  chooseComparisonPage,
  populationPage,
  funnelPage,
  holidaysPage,
  changeHolidayPage,
  addYearPage,
  withdrawHolidayPage,
]
