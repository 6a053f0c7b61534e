// SPDX-License-Identifier: Apache-2.0
/// A model, or a model before and after a reform, in GEXF 1.3 for Gephi and NetworkX (gexf.net). Beside `to_graphml`,
/// which more programs read, it can say when something is there. NetworkX 2.8.8 (Debian 12) knows only earlier
/// versions; 3.6.1 reads it.
#pragma once

#include "concordat/model/model.hpp"

#include <string>

namespace concordat {

/// One static, directed graph: a node for each actor (its key), an edge for each relation (the identifier that it has
/// in GraphML and JSON), and all their attributes. A relation that holds both ways is one edge with `symmetric` true,
/// since many readers refuse mixed graphs. The `kind` of an edge tells parallel ones apart, which Gephi would merge
/// else. What XML 1.0 cannot hold is shown as `\u001b`. Personas and decision rights are no graph and stay out.
/// O(size).
[[nodiscard]] std::string to_gexf(const model&);

/// Both models as two slices of one dynamic graph: `before` is there from 0 to 1, `after` from 2 to 3, and what both
/// have from 0 to 3; these are no days, for both stand on the day that they are read as of. An attribute that differs
/// has each of its values in its slice. An actor is the same by its key, a relation by its identity, as in `diff`.
/// O(size · log size).
[[nodiscard]] std::string to_gexf(const model& before, const model& after);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_gexf.ipp"
#endif
