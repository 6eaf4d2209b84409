# isnad_embed(TARGET SYMBOL HEADER file...)
#
# Builds the files, byte for byte, into TARGET as the array isnad::assets::SYMBOL of {name, content}, in order of name
# (the file's name without its folder), declared in HEADER (private, in the build folder). Rebuilt when a file changes.
function(isnad_embed target symbol header)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(source ${folder}/${symbol}.cpp)
  set(files ${ARGN})
  list(SORT files)
  add_custom_command(
    OUTPUT ${source} ${folder}/${header}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DSYMBOL=${symbol} -DSOURCE=${source} -DHEADER=${folder}/${header}
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_files_script.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed_files_script.cmake
    COMMENT "Embedding ${symbol}"
    VERBATIM)
  target_sources(${target} PRIVATE ${source} ${folder}/${header})
  target_include_directories(${target} PRIVATE ${folder})
endfunction()
