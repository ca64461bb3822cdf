/** Pictures that turn round where writing runs from right to left. Written by `npm run pictures`. */
export const mirrored: ReadonlySet<string> = new Set(
  'area.giving direction.people direction.volunteer direction.unsure drive.giving strength.care strength.drive ask.along step.rest_walk step.people_group step.people_hello step.dayplace_visit step.volunteer_visit step.volunteer_try step.worksupport_visit step.unsure_look step.small_look smaller.keep when.week when.next sure.yes sure.maybe sure.toobig week.volunteer load.dare contact.back chapter.goal chapter.step common.listen common.listenStop common.next common.back common.skip welcome.start welcome.again extra.week extra.support followup.week followup.two stop.go sync.sending'.split(
    ' '
  )
)
