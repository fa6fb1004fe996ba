#include "CEntityLists.h"
