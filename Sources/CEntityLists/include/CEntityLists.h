#ifndef C_ENTITY_LISTS_H
#define C_ENTITY_LISTS_H
#include <stddef.h>
#endif
