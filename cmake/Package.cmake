# cmake --install: the program, the libraries with their headers as find_package(isnad), the rules, the schemas, the man
# page and the shell completion. isnad::isnad is all stages; isnad::solve and the like are single ones.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/isnad)

get_property(stages GLOBAL PROPERTY ISNAD_STAGES)
set(libraries "")
foreach(stage IN LISTS stages)
  set_target_properties(isnad_${stage} PROPERTIES EXPORT_NAME ${stage})
  list(APPEND libraries isnad_${stage})
endforeach()
set_target_properties(isnad_public PROPERTIES EXPORT_NAME public)
add_library(isnad_all INTERFACE)
target_link_libraries(isnad_all INTERFACE ${libraries})
set_target_properties(isnad_all PROPERTIES EXPORT_NAME isnad)

install(TARGETS isnad_all isnad_public ${libraries} EXPORT isnad ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/isnad)
install(EXPORT isnad NAMESPACE isnad:: FILE isnad-targets.cmake DESTINATION ${package_folder})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/isnad-config.cmake.in ${PROJECT_BINARY_DIR}/isnad-config.cmake
                              INSTALL_DESTINATION ${package_folder} PATH_VARS CMAKE_INSTALL_DATADIR)
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/isnad-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/isnad-config.cmake ${PROJECT_BINARY_DIR}/isnad-config-version.cmake
        DESTINATION ${package_folder})

install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/isnad DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules DESTINATION ${CMAKE_INSTALL_DATADIR}/isnad)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/schema DESTINATION ${CMAKE_INSTALL_DATADIR}/isnad OPTIONAL)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/docs/isnad.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_SOURCE_DIR}/docs/completion/isnad.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME isnad)
install(FILES ${PROJECT_SOURCE_DIR}/docs/completion/_isnad DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${PROJECT_SOURCE_DIR}/docs/completion/isnad.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
if(TARGET isnad)
  install(TARGETS isnad RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
