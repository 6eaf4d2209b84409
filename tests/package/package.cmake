# cmake -DBUILD=... -DSOURCE=... -DWORK=... -DCONFIG=... -DCOMPILER=... [-DFLAGS=...] -P package.cmake
#
# Installs the build into WORK/prefix, builds tests/package against it as another project would, and runs it.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}: ${status}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --config "${CONFIG}" --prefix ${WORK}/prefix)
foreach(file share/isnad/rules/ar share/man/man1/isnad.1 share/bash-completion/completions/isnad
        share/zsh/site-functions/_isnad share/fish/vendor_completions.d/isnad.fish include/isnad/core.h)
  if(NOT EXISTS ${WORK}/prefix/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()
# Headers and package must not name the source tree: the consumer has to build without it.
file(GLOB_RECURSE package ${WORK}/prefix/*.cmake)
foreach(file IN LISTS package)
  file(READ ${file} text)
  string(FIND "${text}" "${SOURCE}/" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "${file} names the source tree")
  endif()
endforeach()
# The strictest flags: the headers of the package must not warn.
run(${CMAKE_COMMAND} -S ${SOURCE}/tests/package -B ${WORK}/build -DCMAKE_PREFIX_PATH=${WORK}/prefix
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=${CONFIG} "-DCMAKE_CXX_FLAGS=${FLAGS} -Wall -Wextra -Werror")
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/solver_only)
run(${WORK}/build/consumer)
if(EXISTS ${WORK}/prefix/bin/isnad)
  run(${WORK}/prefix/bin/isnad --version)
endif()
