// What must come before what: events that the scripts of their types put in order.
#pragma once

#include <string>
#include <vector>

#include "isnad/linking.h"
#include "linking/event_types.h"

namespace isnad::linking {

/// The orders among `events`, ascending. A type says which others cannot come later for the same participants. Where
/// it happens once, that always holds. A journey (its end is told with a destination, its begin with an origin)
/// may be made again and again: its two ends belong together only where they are told as facts, lie within two days,
/// lead from one place to another, and no other end of a journey of the same traveller is known about that time.
/// Other recurring types are left alone: who is released may have been arrested before and again. Linear but for events
/// of one participant.
[[nodiscard]] std::vector<EventOrder> script_orders(const std::vector<DocumentAnalysis>& corpus,
                                                    const std::vector<Event>& events, const Types& types,
                                                    const std::vector<std::string>& collective);

}  // namespace isnad::linking
