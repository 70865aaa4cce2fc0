/*
 * One page of each kind of the demonstration site, for cases that need not see them all.
 */
export const KINDS = {
  home: "/",
  polish: "/pl/",
  urdu: "/ur/",
  page: "/guides/carers-assessment/",
  emergencies: "/emergencies/",
  sheet: "/guides/plan-for-an-emergency/",
  questions: "/questions/",
  section: "/services/",
  service: "/services/mereshire-carers-hub/",
  sensitive: "/services/haven-house-refuge/",
  strategy: "/strategy/all-age-carers-strategy/",
  consultation: "/consultations/short-breaks/",
  finished: "/consultations/all-age-carers-strategy-2025/",
  update: "/updates/more-free-sitting-hours/",
  event: "/events/winter-carers-fair/",
  glossary: "/glossary/respite-care/",
  topics: "/topics/",
  topic: "/topics/breaks/",
  area: "/areas/alder-vale/",
  letters: "/a-to-z/",
  easyDoor: "/easy-read/",
  easy: "/emergencies/easy-read/",
  young: "/guides/young-carers/young/",
  bslDoor: "/bsl/",
  bsl: "/services/mereshire-carers-hub/bsl/",
  professionals: "/professionals/spot-a-carer/",
  search: "/search/",
  statement: "/accessibility/",
  notFound: "/404.html",
};

export const EVERY_KIND = Object.values(KINDS);
