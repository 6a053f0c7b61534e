// SPDX-License-Identifier: Apache-2.0
/// A model in the formats of others: TOML that the reader takes back, GraphML for network programs, DOT for drawing,
/// and a document for JSON. The same model gives the same bytes. Positions in files (`origin`) are in the document
/// alone, because they are no part of what a model says.
#pragma once

#include "concordat/io/document.hpp"
#include "concordat/model/model.hpp"

#include <string>
#include <string_view>

namespace concordat {

/// The whole model as one self-contained file of the format `concordat/model@1`: with its own kinds, services and
/// sources, and nothing to extend. Reading it gives an equal model. A reader demands that the key is the file's path
/// below its root; the model's own is written unless another is given, which a model made by a reform needs (its key
/// has a `+`). O(size).
[[nodiscard]] std::string to_toml(const model&, std::string_view key = {});

/// GraphML 1.0 with one directed graph: a node for each actor (its key), an edge for each relation (an identifier that
/// is the same in every model that has the relation), all their attributes, and the model's key, title, day and
/// resolution. A relation that holds both ways is one edge with `symmetric` true, since many readers refuse mixed
/// graphs. What XML 1.0 cannot hold is shown as `\u001b`. Personas and decision rights are no graph and stay out.
/// O(size).
[[nodiscard]] std::string to_graphml(const model&);

/// Graphviz DOT. A layer has its colour, and also its own line and arrow head, so that the drawing can be read without
/// colour; a legend says which. Relations that do not hold on the model's day are thin. O(size).
[[nodiscard]] std::string to_dot(const model&);

/// Everything in the model and the count of its evidence, as `schemas/show.schema.json` describes it. What is not
/// stated is null. O(size).
[[nodiscard]] document to_document(const model&);

/// One relation as in that document: with its identifier, identity, layer and evidence. `r` must be of the model.
[[nodiscard]] document to_document(const model&, const relation& r);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_graph.ipp"
#include "concordat/impl/write_model.ipp"
#include "concordat/impl/write_model_document.ipp"
#endif
