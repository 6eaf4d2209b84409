# isnad_stage(NAME [DEPENDS stage...] [LINK target...] [PUBLIC_LINK target...])
#
# One stage of the program: the sources of src/NAME as the static library isnad_NAME. It sees the public
# headers in include/ and its own ("NAME/file.h"), and links only against the stages that it names: a call to any
# other stage does not link, and tests/house looks at the includes.
set(ISNAD_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
                   -Wold-style-cast -Woverloaded-virtual -Wcast-align)
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
  # RapidJSON 1.1's iterators compare themselves in the manner of C++17.
  list(APPEND ISNAD_WARNINGS -Wno-ambiguous-reversed-operator)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees overlapping, endless and outlying copies in std::string where there are none (GCC bug 105651).
  list(APPEND ISNAD_WARNINGS -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
option(ISNAD_WERROR "Treat warnings as errors" ON)
if(ISNAD_WERROR)
  list(APPEND ISNAD_WARNINGS -Werror)
endif()

# What a user of the libraries inherits; and beside it, for the project's own code, the warnings.
add_library(isnad_public INTERFACE)
target_compile_features(isnad_public INTERFACE cxx_std_20)
target_include_directories(isnad_public INTERFACE $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include>
                                                  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
add_library(isnad_options INTERFACE)
target_compile_options(isnad_options INTERFACE ${ISNAD_WARNINGS})
target_link_libraries(isnad_options INTERFACE isnad_public)

set(ISNAD_SANITIZE "" CACHE STRING "Sanitizers of the whole build, as -fsanitize names them: address,undefined or thread")
if(ISNAD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(ISNAD_SANITIZE)
  # The first error ends the test.
  add_compile_options(-fsanitize=${ISNAD_SANITIZE} -fno-sanitize-recover=all)
  if(ISNAD_SANITIZE MATCHES undefined)
    add_compile_options(-fno-sanitize=pointer-overflow)  # RapidJSON 1.1 adds to null pointers in its own headers
  endif()
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    add_compile_options(-fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/cmake/sanitizer_ignore.txt)
  endif()
  add_link_options(-fsanitize=${ISNAD_SANITIZE})
endif()

# Most of a small file's build time goes into these headers.
option(ISNAD_PCH "Precompile the standard headers that most files use" ON)
function(isnad_precompile target)
  if(ISNAD_PCH)
    target_precompile_headers(${target} PRIVATE <algorithm> <map> <optional> <string> <string_view> <variant> <vector>)
  endif()
endfunction()

# Sanitizers make compiling three times as slow. The tests spend no time to speak of in these stages.
set(ISNAD_QUICKLY_COMPILED messages report store timeml)

function(isnad_stage name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LINK;PUBLIC_LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(TRANSFORM ARG_DEPENDS PREPEND isnad_)
  if(sources)
    add_library(isnad_${name} STATIC ${sources})
    target_include_directories(isnad_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
    isnad_precompile(isnad_${name})
    if(ISNAD_SANITIZE AND name IN_LIST ISNAD_QUICKLY_COMPILED)
      target_compile_options(isnad_${name} PRIVATE -O0)
    endif()
    target_link_libraries(isnad_${name} PUBLIC isnad_public ${ARG_DEPENDS} ${ARG_PUBLIC_LINK}
                                        PRIVATE $<BUILD_INTERFACE:isnad_options> ${ARG_LINK})
  else()
    add_library(isnad_${name} INTERFACE)
    target_link_libraries(isnad_${name} INTERFACE isnad_public ${ARG_DEPENDS} ${ARG_PUBLIC_LINK})
  endif()
  set_property(GLOBAL APPEND PROPERTY ISNAD_STAGES ${name})
endfunction()

# The quick tests, which also run under the sanitizers: unit, property, cases.
add_custom_target(isnad_checked)

# isnad_test(NAME [LABEL label] [STAGES stage...] [LINK target...])
#
# The GoogleTest program made of the sources in the calling folder's NAME/ (or of NAME*.cpp where there is no such folder).
function(isnad_test name)
  cmake_parse_arguments(ARG "" "LABEL" "STAGES;LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  if(NOT ARG_LABEL)
    get_filename_component(ARG_LABEL ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  endif()
  list(TRANSFORM ARG_STAGES PREPEND isnad_)
  set(target ${ARG_LABEL}_${name})
  add_executable(${target} ${sources})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests/support)
  target_link_libraries(${target} PRIVATE isnad_test_base ${ARG_STAGES} ${ARG_LINK})
  if(ISNAD_PCH)
    target_precompile_headers(${target} REUSE_FROM isnad_test_base)
  endif()
  if(ARG_LABEL MATCHES "^(unit|property|cases)$")
    add_dependencies(isnad_checked ${target})
  endif()
  gtest_discover_tests(${target} TEST_PREFIX ${target}. PROPERTIES LABELS ${ARG_LABEL} DISCOVERY_TIMEOUT 60)
endfunction()
