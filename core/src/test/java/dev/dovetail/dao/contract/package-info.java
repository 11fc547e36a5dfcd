/**
 * The contract suite of stores, split by topic. A store of your own passes it by extending each class and saying how an
 * empty store is opened; it comes in the test jar.
 */
package dev.dovetail.dao.contract;
