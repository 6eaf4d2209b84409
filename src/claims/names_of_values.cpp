#include "isnad/claims.h"

namespace isnad {

std::string_view to_string(SpeakerKind kind) {
  switch (kind) {
    case SpeakerKind::outlet:
      return "outlet";
    case SpeakerKind::agency:
      return "agency";
    case SpeakerKind::person:
      return "person";
    case SpeakerKind::office:
      return "office";
    case SpeakerKind::document:
      return "document";
    case SpeakerKind::anonymous:
      return "anonymous";
  }
  return "";
}

std::string_view to_string(Polarity polarity) { return polarity == Polarity::asserted ? "asserted" : "denied"; }

std::string_view to_string(Modality modality) {
  switch (modality) {
    case Modality::actual:
      return "actual";
    case Modality::planned:
      return "planned";
    case Modality::possible:
      return "possible";
    case Modality::conditional:
      return "conditional";
  }
  return "";
}

std::string_view to_string(TimeRelation relation) {
  switch (relation) {
    case TimeRelation::at:
      return "at";
    case TimeRelation::by:
      return "by";
    case TimeRelation::before:
      return "before";
    case TimeRelation::since:
      return "since";
    case TimeRelation::after:
      return "after";
    case TimeRelation::during:
      return "during";
  }
  return "";
}

}  // namespace isnad
