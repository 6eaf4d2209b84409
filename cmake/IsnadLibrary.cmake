# isnad_library(VARIABLE TARGET... [ARCHIVES name...])
#
# Sets VARIABLE to what a stage links against for a library of the system: its shared form, TARGET..., or in an executable
# whose property ISNAD_STATIC is set the archives lib<name>.a, in order of need, where the system has them all. A program
# that starts for a few milliseconds of work would spend half of them on finding and joining shared libraries.
option(ISNAD_STATIC "Link the program with the archives of its libraries, where the system has them" ON)
function(isnad_library variable)
  cmake_parse_arguments(ARG "" "" "ARCHIVES" ${ARGN})
  set(shared ${ARG_UNPARSED_ARGUMENTS})
  set(archives "")
  foreach(name IN LISTS ARG_ARCHIVES)
    find_library(ISNAD_ARCHIVE_${name} lib${name}.a)
    mark_as_advanced(ISNAD_ARCHIVE_${name})
    list(APPEND archives ${ISNAD_ARCHIVE_${name}})
  endforeach()
  if(NOT ISNAD_STATIC OR archives MATCHES NOTFOUND)
    set(archives ${shared})
  endif()
  # What is installed names the targets alone.
  set(static "$<BOOL:$<TARGET_PROPERTY:ISNAD_STATIC>>")
  set(${variable} "$<BUILD_INTERFACE:$<IF:${static},${archives},${shared}>>" "$<INSTALL_INTERFACE:${shared}>" PARENT_SCOPE)
endfunction()
